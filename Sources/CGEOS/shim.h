#pragma once
// Only the functions that are given a context: the others share one among all threads.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
