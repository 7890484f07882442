#include "hearsay_kernels.h"
