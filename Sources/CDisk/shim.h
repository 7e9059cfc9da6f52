#pragma once
// Of Linux' <unistd.h>, behind a switch that the imported C library is not compiled with.
extern int syncfs(int fd);
