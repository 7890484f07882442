// The headers for conversions by ICU would bring another ICU beside the one that Foundation has, and the two do not go
// together in one module. Nothing here reaches what those headers declare.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
