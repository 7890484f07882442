internal import HearsayCore
