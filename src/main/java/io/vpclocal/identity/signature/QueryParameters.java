package io.vpclocal.identity.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a query string in canonical percent-encoding. */
final class QueryParameters {

    static final String ALGORITHM = "X-Amz-Algorithm";
    static final String CREDENTIAL = "X-Amz-Credential";
    static final String DATE = "X-Amz-Date";
    static final String EXPIRES = "X-Amz-Expires";
    static final String SECURITY_TOKEN = "X-Amz-Security-Token";
    static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
    static final String SIGNATURE = "X-Amz-Signature";

    private record Parameter(String name, String value) {}

    private static final Comparator<Parameter> CANONICAL_ORDER =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    private final List<Parameter> parameters;

    private QueryParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Refuses a query string with a malformed escape, with AWS's text. */
    static QueryParameters parse(String rawQuery) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start <= rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                parameters.add(parameter(rawQuery.substring(start, end)));
            }
            start = end + 1;
        }
        return new QueryParameters(parameters);
    }

    /** The decoded value of the first parameter with that name, or null. */
    @Nullable
    String first(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                byte[] decoded = UriEncoding.decode(parameter.value(), false, SignatureFailure::malformedQuery);
                return new String(decoded, StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /** The canonical query string: sorted by encoded name, then encoded value, without X-Amz-Signature. */
    String canonical(boolean presigned) {
        return parameters.stream()
                .filter(parameter -> !(presigned && parameter.name().equals(SIGNATURE)))
                .sorted(CANONICAL_ORDER)
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new Parameter(reencoded(pair), "")
                : new Parameter(reencoded(pair.substring(0, equals)), reencoded(pair.substring(equals + 1)));
    }

    private static String reencoded(String text) {
        return UriEncoding.encode(UriEncoding.decode(text, true, SignatureFailure::malformedQuery));
    }
}
