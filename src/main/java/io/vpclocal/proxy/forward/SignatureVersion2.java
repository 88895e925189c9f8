package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.Query;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signature version 2 of Amazon S3. Some clients use it for presigned requests to custom endpoints. */
final class SignatureVersion2 {

    private static final Pattern HEADER = Pattern.compile("AWS ([^:\\s]+):\\S+");

    private SignatureVersion2() {}

    /** The access key in the signature; empty without such a signature. */
    static Optional<String> keyId(WireRequest head) {
        Matcher header = HEADER.matcher(Objects.requireNonNullElse(head.header("authorization"), ""));
        if (header.matches()) {
            return Optional.of(header.group(1));
        }
        Query query = Query.of(head.query());
        return query.has("Signature") ? Optional.ofNullable(query.get("AWSAccessKeyId")) : Optional.empty();
    }
}
