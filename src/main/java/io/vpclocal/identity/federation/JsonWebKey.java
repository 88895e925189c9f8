package io.vpclocal.identity.federation;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A public key in a JSON Web Key Set (RFC 7517).
 *
 * @param id the {@code kid}; null if it has none
 * @param algorithm the only algorithm that it may be used for; null for any
 */
record JsonWebKey(@Nullable String id, @Nullable String algorithm, PublicKey key) {

    /** A key that cannot be used, with the reason. */
    static final class UnusableKeyException extends Exception {

        private static final long serialVersionUID = 1L;

        UnusableKeyException(String message) {
            super(message);
        }
    }

    static JsonWebKey of(JsonNode json) throws UnusableKeyException {
        try {
            PublicKey key =
                    switch (required(json, "kty")) {
                        case "RSA" -> rsa(json);
                        case "EC" -> ec(json);
                        default -> throw new UnusableKeyException("Its kty must be RSA or EC.");
                    };
            return new JsonWebKey(text(json, "kid"), text(json, "alg"), key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableKeyException("It is not a valid key: " + e.getMessage());
        }
    }

    /** True if a token with this header may be signed with the key. */
    boolean fits(JwsAlgorithm wanted, @Nullable String wantedId) {
        boolean curve = !(key instanceof ECKey ec)
                || wanted.curve()
                        .equals("P-" + ec.getParams().getCurve().getField().getFieldSize());
        return key.getAlgorithm().equals(wanted.keyType())
                && curve
                && (algorithm == null || algorithm.equals(wanted.name()))
                && (wantedId == null || wantedId.equals(id));
    }

    /** The members of an RSA key for signatures. */
    static Map<String, String> ofRsa(String id, RSAPublicKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "RSA");
        members.put("use", "sig");
        members.put("alg", "RS256");
        members.put("kid", id);
        members.put("n", encoded(key.getModulus()));
        members.put("e", encoded(key.getPublicExponent()));
        return members;
    }

    private static PublicKey rsa(JsonNode json) throws GeneralSecurityException, UnusableKeyException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(json, "n"), number(json, "e")));
    }

    private static PublicKey ec(JsonNode json) throws GeneralSecurityException, UnusableKeyException {
        String curve =
                switch (required(json, "crv")) {
                    case "P-256" -> "secp256r1";
                    case "P-384" -> "secp384r1";
                    case "P-521" -> "secp521r1";
                    default -> throw new UnusableKeyException("Its crv must be P-256, P-384 or P-521.");
                };
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        ECPoint point = new ECPoint(number(json, "x"), number(json, "y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode json, String member) throws UnusableKeyException {
        return new BigInteger(1, Base64.getUrlDecoder().decode(required(json, member)));
    }

    private static String encoded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int start = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, start, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static String required(JsonNode json, String member) throws UnusableKeyException {
        String value = text(json, member);
        if (value == null || value.isEmpty()) {
            throw new UnusableKeyException("Its member " + member + " is missing.");
        }
        return value;
    }

    private static @Nullable String text(JsonNode json, String member) {
        JsonNode value = json.get(member);
        return value != null && value.isString() ? value.asString() : null;
    }
}
