#include "CEnglishModel.h"

// Every compiler that comes with Swift 6.3 has it, whatever the language mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const _Alignas(64) unsigned char model[] = {
#embed "English.model"
};

const void *pledged_english_model(void) { return model; }
size_t pledged_english_model_count(void) { return sizeof model; }
