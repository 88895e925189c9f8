package io.vpclocal.identity.caller;

import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.key.EmulatorKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts and decrypts session tokens. */
@Component
public class SessionTokens {

    private final SecretVault vault;
    private final JsonMapper json = JsonMapper.shared();

    SessionTokens(EmulatorKey key) {
        this.vault = new SecretVault(key.derive("session-token"), new SecureRandom());
    }

    /** The encrypted token. Only this installation can read it. */
    public String encrypt(SessionContent content) {
        return vault.encryptMessage(deflated(json.writeValueAsBytes(content)));
    }

    /** The content of a token. Empty if the token is not from this installation. */
    Optional<SessionContent> decrypt(String token) {
        try {
            return Optional.of(json.readValue(inflated(vault.decryptMessage(token)), SessionContent.class));
        } catch (SecretVault.DecryptionException e) {
            return Optional.empty();
        }
    }

    private static byte[] deflated(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot deflate a session token", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] packed) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The content of a session token is not deflated data", e);
        }
    }
}
