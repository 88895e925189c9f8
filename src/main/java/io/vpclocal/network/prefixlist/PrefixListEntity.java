package io.vpclocal.network.prefixlist;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A customer-managed prefix list. Each entry is a row that stores the versions it belongs to. */
@Entity
@Table(name = "prefix_list")
class PrefixListEntity extends ResourceEntity {

    private static final String DELETE_FAILED = "delete-failed";

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false, length = 8)
    private String addressFamily;

    @Column(nullable = false)
    private int maxEntries;

    @Column(nullable = false)
    private long currentVersion = 1;

    @Column(nullable = false, length = 32)
    private String state = "create-complete";

    @SuppressWarnings("NullAway.Init") // JPA
    protected PrefixListEntity() {}

    PrefixListEntity(Scope scope, String id, Instant createdAt, String name, String addressFamily, int maxEntries) {
        super(scope, id, createdAt);
        this.name = name;
        this.addressFamily = addressFamily;
        this.maxEntries = maxEntries;
    }

    String name() {
        return name;
    }

    /** {@code IPv4} or {@code IPv6}. */
    String addressFamily() {
        return addressFamily;
    }

    int maxEntries() {
        return maxEntries;
    }

    long currentVersion() {
        return currentVersion;
    }

    String state() {
        return state;
    }

    String arn() {
        return scope().arn("ec2", "prefix-list/" + id());
    }

    void rename(String newName) {
        this.name = newName;
        this.state = "modify-complete";
    }

    void resize(int entries) {
        this.maxEntries = entries;
        this.state = "modify-complete";
    }

    void deletionFailed() {
        this.state = DELETE_FAILED;
    }

    boolean isDeletionFailed() {
        return state.equals(DELETE_FAILED);
    }

    /** @return the version that the changed entries belong to */
    long entriesModified() {
        this.state = "modify-complete";
        return ++currentVersion;
    }

    /** @return the new version, which equals the restored one */
    long entriesRestored() {
        this.state = "restore-complete";
        return ++currentVersion;
    }
}
