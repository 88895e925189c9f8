package io.vpclocal.identity.iam.provider;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An OpenID Connect provider. Its name is the issuer's URL without {@code https://}. */
@Entity
@DiscriminatorValue("oidc-provider")
public class OidcProviderEntity extends IamEntity {

    @ElementCollection
    @CollectionTable(name = "iam_oidc_client", joinColumns = @JoinColumn(name = "entity_seq"))
    @OrderColumn(name = "position")
    @Column(name = "client_id", nullable = false, length = 255)
    private List<String> clientIds = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "iam_oidc_thumbprint", joinColumns = @JoinColumn(name = "entity_seq"))
    @OrderColumn(name = "position")
    @Column(name = "thumbprint", nullable = false, length = 40)
    private List<String> thumbprints = new ArrayList<>();

    protected OidcProviderEntity() {}

    OidcProviderEntity(IamScope scope, String uniqueId, String name, Instant createdAt) {
        super(scope, uniqueId, "/", name, createdAt);
    }

    @Override
    public IamKind kind() {
        return IamKind.OIDC_PROVIDER;
    }

    public List<String> clientIds() {
        return List.copyOf(clientIds);
    }

    void clientIds(List<String> ids) {
        clientIds.clear();
        clientIds.addAll(ids);
    }

    List<String> thumbprints() {
        return List.copyOf(thumbprints);
    }

    void thumbprints(List<String> prints) {
        thumbprints.clear();
        thumbprints.addAll(prints);
    }
}
