package io.vpclocal.identity.iam.certificate;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A server certificate. Its private key is checked when it is uploaded, and not stored, because nothing uses it. */
@Entity
@DiscriminatorValue("server-certificate")
@SecondaryTable(name = ServerCertificateEntity.TABLE, pkJoinColumns = @PrimaryKeyJoinColumn(name = "entity_seq"))
public class ServerCertificateEntity extends IamEntity {

    static final String TABLE = "iam_server_certificate";
    static final int LONGEST_BODY = 16_384;
    static final int LONGEST_CHAIN = 1_000_000;

    @Column(table = TABLE, nullable = false, updatable = false, length = LONGEST_BODY)
    private String body;

    @Column(table = TABLE, updatable = false, length = LONGEST_CHAIN)
    private @Nullable String chain;

    @Column(table = TABLE, nullable = false, updatable = false)
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ServerCertificateEntity() {}

    ServerCertificateEntity(
            IamScope scope,
            String uniqueId,
            String path,
            String name,
            Instant createdAt,
            String body,
            @Nullable String chain,
            Instant expiresAt) {
        super(scope, uniqueId, path, name, createdAt);
        this.body = body;
        this.chain = chain;
        this.expiresAt = expiresAt;
    }

    @Override
    public IamKind kind() {
        return IamKind.SERVER_CERTIFICATE;
    }

    String body() {
        return body;
    }

    @Nullable
    String chain() {
        return chain;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
