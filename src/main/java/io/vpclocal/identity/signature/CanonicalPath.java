package io.vpclocal.identity.signature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;

/**
 * The path line of a canonical request.
 *
 * <p>Amazon S3 signs the path unchanged, encoded once. The other services resolve empty and dot segments, and encode
 * the path of the request a second time. Source: AWS documentation, "Create a signed AWS API request".
 */
final class CanonicalPath {

    private CanonicalPath() {}

    /** Refuses a path that is not absolute, leads above the root or has a malformed escape. */
    static void check(String rawPath) {
        of(rawPath, false);
    }

    static String of(String rawPath, boolean objectStorage) {
        if (rawPath.isEmpty()) {
            return "/";
        }
        if (rawPath.charAt(0) != '/') {
            throw new RefusedSignatureException(SignatureFailure.malformedUri());
        }
        List<String> segments = List.of(rawPath.substring(1).split("/", -1));
        StringJoiner encodedOnce = new StringJoiner("/", "/", "");
        for (String segment : segments) {
            byte[] decoded = UriEncoding.decode(segment, false, unused -> SignatureFailure.malformedUri());
            encodedOnce.add(UriEncoding.encode(decoded));
        }
        return objectStorage ? encodedOnce.toString() : resolved(segments, rawPath.endsWith("/"));
    }

    private static String resolved(List<String> segments, boolean trailingSlash) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : segments) {
            if (segment.equals("..")) {
                if (kept.pollLast() == null) {
                    throw new RefusedSignatureException(SignatureFailure.malformedUri());
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(UriEncoding.encode(Digests.utf8(segment)));
            }
        }
        String path = "/" + String.join("/", kept);
        return trailingSlash && path.length() > 1 ? path + "/" : path;
    }
}
