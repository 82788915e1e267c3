// libxml2's HTML parser and its tree.
#pragma once
// Without its converters by ICU, whose headers contradict those of Foundation; we decode text ourselves.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
