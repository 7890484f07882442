#ifndef HEARSAY_OPENSSL_SHIM_H
#define HEARSAY_OPENSSL_SHIM_H

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* Swift sees no macros with casts or arguments; these name what is needed of them. */

/* The certificate of a list; NULL beyond its end. */
static inline X509 *hearsay_openssl_certificate(const STACK_OF(X509) *list, int place) {
    return sk_X509_value(list, place);
}

static inline void hearsay_openssl_free_list(STACK_OF(X509) *list) { sk_X509_free(list); }

/* Takes all certificates but one out of signed data. */
static inline void hearsay_openssl_keep_only(PKCS7 *token, const X509 *kept) {
    if (!PKCS7_type_is_signed(token)) return;
    STACK_OF(X509) *list = token->d.sign->cert;
    for (int place = sk_X509_num(list) - 1; place >= 0; place--) {
        if (sk_X509_value(list, place) != kept) X509_free(sk_X509_delete(list, place));
    }
}

/* The text of a status, its first line; NULL if there is none. */
static inline const ASN1_STRING *hearsay_openssl_status_text(const TS_STATUS_INFO *info) {
    const STACK_OF(ASN1_UTF8STRING) *texts = TS_STATUS_INFO_get0_text(info);
    return sk_ASN1_UTF8STRING_num(texts) > 0 ? sk_ASN1_UTF8STRING_value(texts, 0) : NULL;
}

/* What was written to a memory BIO. */
static inline size_t hearsay_openssl_written(BIO *bio, const char **bytes) {
    long count = BIO_get_mem_data(bio, (char **)bytes);
    return count > 0 ? (size_t)count : 0;
}

/* A name as one line of UTF-8, control characters escaped. */
static inline int hearsay_openssl_print_name(BIO *bio, const X509_NAME *name) {
    return X509_NAME_print_ex(bio, name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
}

/* Gives the store to the context, which frees it. */
static inline void hearsay_openssl_set_store(TS_VERIFY_CTX *context, X509_STORE *store) {
    TS_VERIFY_CTX_set_store(context, store);
}

#endif
