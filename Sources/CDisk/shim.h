#pragma once
// Of Linux' <unistd.h>, behind a switch that the imported C library is not compiled with.
extern int syncfs(int fd);
// Of Linux' <stdio.h>, behind the same switch: two names change places in one step.
extern int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned int how);
