package io.vpclocal.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import io.vpclocal.identity.signature.SecretVault.DecryptionException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SecretVaultTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private final SecretVault vault = new SecretVault(key(7), new SecureRandom());

    @Test
    void decryptsWhatItEncrypted() {
        qt().withExamples(200)
                .forAll(
                        strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 30),
                        strings().basicLatinAlphabet().ofLengthBetween(0, 200))
                .checkAssert((id, secret) -> {
                    assertThat(vault.decryptSecret(id, vault.encryptSecret(id, secret)))
                            .isEqualTo(secret);
                    byte[] message = secret.getBytes(StandardCharsets.UTF_8);
                    assertThat(vault.encryptMessage(message)).matches("[-_A-Za-z0-9]+");
                    assertThat(vault.decryptMessage(vault.encryptMessage(message)))
                            .isEqualTo(message);
                });
    }

    @Test
    void refusesAnyFlippedBit() {
        byte[] encrypted = vault.encryptSecret("AKID", SECRET);
        for (int bit = 0; bit < encrypted.length * Byte.SIZE; bit++) {
            byte[] altered = encrypted.clone();
            altered[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertBroken(() -> vault.decryptSecret("AKID", altered));
        }
    }

    @Test
    void refusesAnyChangedCharacterOfAMessage() {
        String encrypted = vault.encryptMessage("{\"allowed\":false}".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < encrypted.length(); i++) {
            int at = i;
            for (char replacement : "ABCDabcd0123-_=+ \u00e9".toCharArray()) {
                if (replacement != encrypted.charAt(at)) {
                    assertBroken(() -> vault.decryptMessage(
                            encrypted.substring(0, at) + replacement + encrypted.substring(at + 1)));
                }
            }
        }
    }

    @Test
    void refusesTextItDidNotWrite() {
        qt().withExamples(500)
                .forAll(
                        strings().allPossible().ofLengthBetween(0, 80),
                        integers().between(0, 60))
                .checkAssert((text, length) -> {
                    assertBroken(() -> vault.decryptMessage(text));
                    assertBroken(() -> vault.decryptMessage(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(filled(length))));
                    assertBroken(() -> vault.decryptSecret("AKID", filled(length)));
                });
    }

    @Test
    void decryptionNeedsTheSameKeyAccessKeyIdAndPurpose() {
        byte[] encrypted = vault.encryptSecret("AKID", SECRET);
        SecretVault other = new SecretVault(key(8), new SecureRandom());

        assertBroken(() -> vault.decryptSecret("AKIE", encrypted));
        assertBroken(() -> other.decryptSecret("AKID", encrypted));
        assertBroken(() ->
                vault.decryptMessage(Base64.getUrlEncoder().withoutPadding().encodeToString(encrypted)));
    }

    @Test
    void theFormatIsAVersionANonceAndTheCiphertext() {
        byte[] first = vault.encryptSecret("AKID", SECRET);
        byte[] second = vault.encryptSecret("AKID", SECRET);

        assertThat(first).hasSize(1 + 12 + SECRET.length() + 16).startsWith(1);
        assertThat(Arrays.copyOfRange(first, 1, 13)).isNotEqualTo(Arrays.copyOfRange(second, 1, 13));
    }

    @Test
    void theKeyHas256Bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretVault(new byte[16], new SecureRandom()));
    }

    @Test
    void printsNothing() {
        assertThat(vault).hasToString("SecretVault");
    }

    private static void assertBroken(ThrowingCallable call) {
        assertThatExceptionOfType(DecryptionException.class).isThrownBy(call);
    }

    private static byte[] key(int value) {
        return filled(32, value);
    }

    private static byte[] filled(int length) {
        return filled(length, 1);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
