package io.vpclocal.identity.federation;

import io.vpclocal.identity.signature.SecretVault;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The key pair of the local issuer. It is created when the first token is made, because that takes a while. */
@Component
class LocalKey {

    static final String ID = "vpc-local";
    private static final int BITS = 2_048;

    private final SigningKeys rows;
    private final SecretVault vault;
    private final TransactionTemplate separately;

    LocalKey(SigningKeys rows, SecretVault vault, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.vault = vault;
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The public key. Empty if no token was made yet. */
    Optional<JsonWebKey> publicKey() {
        return find().map(pair -> new JsonWebKey(ID, JwsAlgorithm.RS256.name(), pair.getPublic()));
    }

    /** The key pair, created if it does not exist. */
    synchronized KeyPair pair() {
        return find().orElseGet(this::create);
    }

    private KeyPair create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            String encoded =
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            separately.executeWithoutResult(status ->
                    rows.saveAndFlush(new SigningKeyEntity(vault.encryptSecret(SigningKeyEntity.ID, encoded))));
            return pair;
        } catch (DataIntegrityViolationException e) {
            // Another node was first. Use its key.
            return find().orElseThrow(() -> e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    private Optional<KeyPair> find() {
        return rows.findById(SigningKeyEntity.ID)
                .map(row -> vault.decryptSecret(row.id(), row.encryptedKey()))
                .map(LocalKey::pair);
    }

    private static KeyPair pair(String encoded) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            PrivateKey key = factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
            RSAPrivateCrtKey numbers = (RSAPrivateCrtKey) key;
            RSAPublicKey shown = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(numbers.getModulus(), numbers.getPublicExponent()));
            return new KeyPair(shown, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The stored key of the local issuer is damaged", e);
        }
    }
}
