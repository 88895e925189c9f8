package io.vpclocal.logs.insights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vpclocal.logs.insights.value.Values;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions for encodings and hashes of text. They return null for text that is not in the encoding. */
final class CodingFunctions {

    private CodingFunctions() {}

    static void addTo(Functions functions) {
        coding(functions, "urlencode", text -> URLEncoder.encode(text, UTF_8).replace("+", "%20"));
        coding(functions, "urldecode", text -> URLDecoder.decode(text, UTF_8));
        coding(functions, "base64encode", text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
        coding(functions, "base64decode", text -> new String(Base64.getDecoder().decode(text), UTF_8));
        coding(functions, "hexToAscii", text -> new String(HexFormat.of().parseHex(digits(text)), UTF_8));
        coding(functions, "md5", text -> hash("MD5", text));
        coding(functions, "sha256", text -> hash("SHA-256", text));
        StringFunctions.unary(functions, "hexToDec", CodingFunctions::decimal);
        functions.add("decToHex", 1, 1, (row, a) -> hexadecimal(Values.number(a[0])));
    }

    private static void coding(Functions functions, String name, UnaryOperator<String> body) {
        StringFunctions.unary(functions, name, text -> {
            try {
                return body.apply(text);
            } catch (IllegalArgumentException notInThatCoding) {
                return null;
            }
        });
    }

    private static @Nullable Object decimal(String text) {
        try {
            return new BigInteger(digits(text), 16).doubleValue();
        } catch (NumberFormatException notHexadecimal) {
            return null;
        }
    }

    private static String digits(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("0x") ? text.substring(2) : text;
    }

    private static @Nullable Object hexadecimal(double number) {
        if (Double.isNaN(number)) {
            return null;
        }
        long whole = (long) number;
        return (whole < 0 ? "-0x" : "0x") + Long.toHexString(Math.abs(whole));
    }

    private static String hash(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The Java runtime has no " + algorithm, e);
        }
    }
}
