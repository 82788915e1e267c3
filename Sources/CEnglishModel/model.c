#include "CEnglishModel.h"

static const _Alignas(64) unsigned char model[] = {
#embed "English.model"
};

const void *pledged_english_model(void) { return model; }
size_t pledged_english_model_count(void) { return sizeof model; }
