package io.vpclocal.identity.iam.provider;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import java.time.Instant;

/** A SAML provider with its metadata document. */
@Entity
@DiscriminatorValue("saml-provider")
@SecondaryTable(name = SamlProviderEntity.TABLE, pkJoinColumns = @PrimaryKeyJoinColumn(name = "entity_seq"))
public class SamlProviderEntity extends IamEntity {

    static final String TABLE = "iam_saml_provider";
    static final int LONGEST_METADATA = 1_000_000;

    @Column(table = TABLE, nullable = false, length = LONGEST_METADATA)
    private String metadata;

    @Column(table = TABLE, nullable = false)
    private Instant validUntil;

    @Column(table = TABLE, nullable = false, length = 16)
    private String encryptionMode;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SamlProviderEntity() {}

    SamlProviderEntity(
            IamScope scope, String uniqueId, String name, Instant createdAt, String metadata, Instant validUntil) {
        super(scope, uniqueId, "/", name, createdAt);
        this.encryptionMode = "Allowed";
        this.metadata = metadata;
        this.validUntil = validUntil;
    }

    @Override
    public IamKind kind() {
        return IamKind.SAML_PROVIDER;
    }

    public String metadata() {
        return metadata;
    }

    public Instant validUntil() {
        return validUntil;
    }

    String encryptionMode() {
        return encryptionMode;
    }

    void replaceMetadata(String document, Instant end) {
        this.metadata = document;
        this.validUntil = end;
    }
}
