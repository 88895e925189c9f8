package io.vpclocal.identity.iam.mfa;

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

/** A virtual MFA device. Its ARN is its serial number. */
@Entity
@DiscriminatorValue("mfa")
@SecondaryTable(name = MfaDeviceEntity.TABLE, pkJoinColumns = @PrimaryKeyJoinColumn(name = "entity_seq"))
public class MfaDeviceEntity extends IamEntity {

    static final String TABLE = "iam_mfa_device";

    /** A copy of the unique id. The encryption of the seed is bound to it. */
    @Column(table = TABLE, nullable = false, updatable = false, length = 32)
    private String deviceId;

    @Column(table = TABLE, nullable = false, updatable = false)
    private byte[] seed;

    @Column(table = TABLE, length = 32)
    private @Nullable String userId;

    @Column(table = TABLE)
    private @Nullable Instant enabledAt;

    @Column(table = TABLE, nullable = false)
    private long lastStep;

    @SuppressWarnings("NullAway.Init") // JPA
    protected MfaDeviceEntity() {}

    /** @param seed encrypted */
    MfaDeviceEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt, byte[] seed) {
        super(scope, uniqueId, path, name, createdAt);
        this.deviceId = uniqueId;
        this.seed = seed.clone();
    }

    @Override
    public IamKind kind() {
        return IamKind.MFA_DEVICE;
    }

    byte[] encryptedSeed() {
        return seed.clone();
    }

    String deviceId() {
        return deviceId;
    }

    /** The unique id of its user, or the account for the root user. Null if it is not assigned. */
    @Nullable
    public String userId() {
        return userId;
    }

    @Nullable
    public Instant enabledAt() {
        return enabledAt;
    }

    /** The time step of the latest code that was used. Earlier codes are not valid any more. */
    long lastStep() {
        return lastStep;
    }

    void used(long step) {
        this.lastStep = step;
    }

    void enable(String user, Instant now, long step) {
        this.userId = user;
        this.enabledAt = now;
        this.lastStep = step;
    }
}
