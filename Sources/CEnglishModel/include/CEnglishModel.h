// The trained model of English, as bytes in the program itself: mapped by the kernel, shared by all processes, never parsed.
#pragma once
#include <stddef.h>

// The first byte of the model, on a cache line's boundary; the bytes live as long as the program.
const void *pledged_english_model(void);
size_t pledged_english_model_count(void);
