package io.vpclocal.proxy.forward;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request for an upstream, because it does not know the caller's key (AWS documentation, "Create a signed AWS
 * API request").
 */
record UpstreamSignature(String keyId, String secret, String region, String service) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The signature headers of a request to the URI. */
    Map<String, String> headers(String method, URI uri, String payload, Instant now) {
        String time = TIME.format(now);
        Map<String, String> signed = new TreeMap<>();
        signed.put("host", uri.getRawAuthority());
        signed.put("x-amz-content-sha256", payload);
        signed.put("x-amz-date", time);
        StringBuilder request = new StringBuilder()
                .append(method)
                .append('\n')
                .append(path(Objects.requireNonNullElse(uri.getRawPath(), "/")))
                .append('\n')
                .append(query(Objects.requireNonNullElse(uri.getRawQuery(), "")))
                .append('\n');
        signed.forEach(
                (name, value) -> request.append(name).append(':').append(value).append('\n'));
        String names = String.join(";", signed.keySet());
        request.append('\n').append(names).append('\n').append(payload);
        String scope = time.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String text = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(request.toString()));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        signed.remove("host");
        signed.put(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + keyId + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                        + HexFormat.of().formatHex(hmac(key, text)));
        return signed;
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        BodyChecksum digest = BodyChecksum.digest("SHA-256");
        digest.update(bytes, 0, bytes.length);
        return HexFormat.of().formatHex(digest.value());
    }

    private String path(String raw) {
        String once = encoded(raw, true);
        return service.equals("s3") ? once : encode(once.getBytes(StandardCharsets.UTF_8), true);
    }

    private static String query(String raw) {
        List<String> pairs = new ArrayList<>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            pairs.add(encoded(name, false) + "=" + (equals < 0 ? "" : encoded(pair.substring(equals + 1), false)));
        }
        pairs.sort(null);
        return String.join("&", pairs);
    }

    /** Decoded and encoded again, so that the encoding is canonical. */
    private static String encoded(String raw, boolean path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '%' && i + 2 < text.length) {
                bytes.write(HexFormat.fromHexDigits(raw, i + 1, i + 3));
                i += 2;
            } else {
                bytes.write(!path && text[i] == '+' ? ' ' : text[i]);
            }
        }
        return encode(bytes.toByteArray(), path);
    }

    private static String encode(byte[] bytes, boolean path) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0 || (path && c == '/'));
            text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** The text does not contain the secret. */
    @Override
    public String toString() {
        return "UpstreamSignature[" + keyId + "]";
    }
}
