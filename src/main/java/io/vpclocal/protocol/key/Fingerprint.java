package io.vpclocal.protocol.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** A digest of a request's parameters, to recognize a repeated request. */
public final class Fingerprint {

    private static final List<String> IGNORED = List.of("ClientToken", "DryRun");

    private Fingerprint() {}

    /** 64 hexadecimal digits. Client token and dry run do not count. */
    public static String of(SdkPojo request) {
        StringBuilder text = new StringBuilder();
        structure(request, text, true);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void structure(SdkPojo pojo, StringBuilder text, boolean top) {
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null
                    && !(value instanceof SdkAutoConstructList)
                    && !(top && IGNORED.contains(field.memberName()))) {
                text.append(field.memberName()).append('(');
                value(value, text);
                text.append(')');
            }
        }
    }

    private static void value(Object value, StringBuilder text) {
        if (value instanceof SdkPojo pojo) {
            structure(pojo, text, false);
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                text.append('[');
                value(element, text);
                text.append(']');
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                text.append(key).append('=');
                value(element, text);
            });
        } else {
            String scalar = String.valueOf(value);
            text.append(scalar.length()).append(':').append(scalar);
        }
    }
}
