#pragma once
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

// libcurl sets its options through a variadic function, which Swift cannot call: one function for
// each kind of value.

static inline CURLcode serasan_curl_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}

static inline CURLcode serasan_curl_number(CURL *handle, CURLoption option, long number) {
    return curl_easy_setopt(handle, option, number);
}

static inline CURLcode serasan_curl_list(
    CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(handle, option, list);
}

static inline CURLcode serasan_curl_reading(
    CURL *handle, curl_read_callback reading, void *about) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, reading);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_READDATA, about) : code;
}

static inline CURLcode serasan_curl_writing(
    CURL *handle, curl_write_callback writing, void *about) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, writing);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_WRITEDATA, about) : code;
}

static inline CURLcode serasan_curl_watching(
    CURL *handle, curl_xferinfo_callback watching, void *about) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, watching);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, about);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L) : code;
}

static inline long serasan_curl_status(CURL *handle) {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

static inline CURLcode serasan_curl_heading(
    CURL *handle, curl_write_callback heading, void *about) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, heading);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_HEADERDATA, about) : code;
}

static inline CURLcode serasan_curl_opening(
    CURL *handle, curl_opensocket_callback opening, void *about) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, opening);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, about) : code;
}

// The bytes of the address that is about to be connected to; how many, and 0 where it is of
// another family.
static inline int serasan_curl_address(const struct curl_sockaddr *to, unsigned char *bytes) {
    if (to->family == AF_INET && to->addrlen >= sizeof(struct sockaddr_in)) {
        memcpy(bytes, &((const struct sockaddr_in *)&to->addr)->sin_addr, 4);
        return 4;
    }
    if (to->family == AF_INET6 && to->addrlen >= sizeof(struct sockaddr_in6)) {
        memcpy(bytes, &((const struct sockaddr_in6 *)&to->addr)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

static inline int serasan_curl_socket(const struct curl_sockaddr *to) {
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}
