package io.vpclocal.network.address;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An Elastic IP address. Its association is stored with the network interface. */
@Entity
@Table(name = "elastic_ip")
public class ElasticIpEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String publicIp;

    @Column(length = 256)
    private @Nullable String ptrRecord;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ElasticIpEntity() {}

    ElasticIpEntity(Scope scope, String id, Instant createdAt, String publicIp) {
        super(scope, id, createdAt);
        this.publicIp = publicIp;
    }

    /** Dotted decimal. */
    public String publicIp() {
        return publicIp;
    }

    /** The reverse DNS name with a dot at its end, or null. */
    @Nullable
    String ptrRecord() {
        return ptrRecord;
    }

    void point(@Nullable String name) {
        this.ptrRecord = name;
    }
}
