#ifndef HELPLINK_CCURL_SHIM_H
#define HELPLINK_CCURL_SHIM_H

#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo take a variable argument, which Swift cannot pass. One function
   for each type of argument.
   The parentheses step around the type-checking macro, which wants a constant option. */

static inline CURLcode helplink_curl_set_long(CURL *handle, CURLoption option, long value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode helplink_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode helplink_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode helplink_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
  return (curl_easy_setopt)(handle, option, value);
}

static inline CURLcode helplink_curl_set_read(CURL *handle, curl_read_callback callback, void *data) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_READDATA, data);
}

static inline CURLcode helplink_curl_set_header(CURL *handle, curl_write_callback callback, void *data) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, data);
}

static inline CURLcode helplink_curl_set_write(CURL *handle, curl_write_callback callback) {
  return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callback);
}

static inline CURLcode helplink_curl_set_socket(CURL *handle, curl_sockopt_callback callback, void *data) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_SOCKOPTDATA, data);
}

static inline CURLcode helplink_curl_set_before_request(CURL *handle, curl_prereq_callback callback, void *data) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, callback);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_PREREQDATA, data);
}

static inline CURLcode helplink_curl_get_socket(CURL *handle, curl_socket_t *socket) {
  return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, socket);
}

/* The certificates that a server showed, as texts; they live as long as the handle's last transfer. */
static inline CURLcode helplink_curl_get_certificates(CURL *handle, struct curl_certinfo **certificates) {
  return curl_easy_getinfo(handle, CURLINFO_CERTINFO, certificates);
}

#endif
