package io.vpclocal.protocol.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opaque page tokens. A token cannot be altered or used for another query. */
@Component
public class PageTokens {

    private static final int MAC_LENGTH = 16;

    private final byte[] key;

    PageTokens(EmulatorKey key) {
        this.key = key.derive("page-token");
    }

    /**
     * @param query everything the page depends on: action, scope, filters
     * @param position where the next page begins
     */
    public String write(String query, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] token = ByteBuffer.allocate(MAC_LENGTH + text.length)
                .put(mac(query, text), 0, MAC_LENGTH)
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The position in a token. Empty if the token was not created here for this query. */
    public Optional<String> read(String query, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < MAC_LENGTH) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(bytes, MAC_LENGTH, bytes.length);
        byte[] expected = Arrays.copyOf(mac(query, text), MAC_LENGTH);
        return MessageDigest.isEqual(expected, Arrays.copyOf(bytes, MAC_LENGTH))
                ? Optional.of(new String(text, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(String query, byte[] position) {
        byte[] head = query.getBytes(StandardCharsets.UTF_8);
        byte[] data = ByteBuffer.allocate(Integer.BYTES + head.length + position.length)
                .putInt(head.length)
                .put(head)
                .put(position)
                .array();
        return EmulatorKey.mac(key, data);
    }
}
