package io.vpclocal.identity.iam.mfa;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamTags;
import io.vpclocal.identity.iam.user.UserDependents;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.iam.model.Tag;

/** The rules of virtual MFA devices. */
@Service
@Order(1)
public class MfaDeviceService implements UserDependents {

    /** A new device with its seed, which is returned only once. */
    record NewDevice(MfaDeviceEntity device, String seed) {}

    /** AWS's seeds are 64 characters of Base32. */
    private static final int SEED_BYTES = 40;

    /** Codes may be one step early or late. To synchronize a device, they may be further off. */
    private static final int TOLERANCE = 1;

    private static final int SYNCHRONIZATION = 20;

    private final MfaDevices devices;
    private final IamAccounts accounts;
    private final SecretVault vault;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate separately;

    MfaDeviceService(
            MfaDevices devices,
            IamAccounts accounts,
            SecretVault vault,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.devices = devices;
        this.accounts = accounts;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    NewDevice create(IamScope scope, String path, String name, List<Tag> tags) {
        accounts.change(scope);
        if (devices.find(scope, name).isPresent()) {
            throw IamErrors.alreadyExists(IamKind.MFA_DEVICE, name);
        }
        String id = IamKind.MFA_DEVICE.idPrefix() + ids.upper(17);
        byte[] seed = ids.bytes(SEED_BYTES);
        byte[] encrypted = vault.encryptSecret(id, Base64.getEncoder().encodeToString(seed));
        MfaDeviceEntity device = new MfaDeviceEntity(scope, id, path, name, clock.instant(), encrypted);
        IamTags.put(device, tags);
        return new NewDevice(devices.save(device), Totp.base32(seed));
    }

    public MfaDeviceEntity require(IamScope scope, @Nullable String serialNumber) {
        String given = IamParams.require(serialNumber, "serialNumber");
        return find(scope, given).orElseThrow(() -> IamErrors.notFound(IamKind.MFA_DEVICE, given));
    }

    /** The device, for a change. */
    public MfaDeviceEntity change(IamScope scope, @Nullable String serialNumber) {
        accounts.change(scope);
        return require(scope, serialNumber);
    }

    /** @param userId unique id of the user, or the account for the root user */
    void enable(
            IamScope scope,
            String userId,
            @Nullable String serialNumber,
            @Nullable String first,
            @Nullable String second) {
        MfaDeviceEntity device = change(scope, serialNumber);
        String code1 = IamParams.require(first, "authenticationCode1");
        String code2 = IamParams.require(second, "authenticationCode2");
        if (device.userId() != null) {
            throw IamErrors.entityAlreadyExists("MFA Device is already in use.");
        }
        if (of(scope, userId).size() >= IamLimits.MFA_DEVICES_PER_USER) {
            throw IamErrors.quota("MFADevicesPerUser", IamLimits.MFA_DEVICES_PER_USER);
        }
        device.enable(userId, clock.instant(), synchronize(device, code1, code2));
    }

    void resync(
            IamScope scope,
            String userId,
            @Nullable String serialNumber,
            @Nullable String first,
            @Nullable String second) {
        MfaDeviceEntity device = changeOf(scope, userId, serialNumber);
        device.used(synchronize(
                device,
                IamParams.require(first, "authenticationCode1"),
                IamParams.require(second, "authenticationCode2")));
    }

    /** Deactivating a virtual device deletes it too (recorded from AWS). */
    void deactivate(IamScope scope, String userId, @Nullable String serialNumber) {
        devices.delete(changeOf(scope, userId, serialNumber));
    }

    void delete(IamScope scope, @Nullable String serialNumber) {
        MfaDeviceEntity device = change(scope, serialNumber);
        if (device.userId() != null) {
            throw IamErrors.deleteConflict("MFA VirtualDevice in use. Must deactivate first.");
        }
        devices.delete(device);
    }

    /** The enabled devices of a user, or of the root user. */
    public List<MfaDeviceEntity> of(IamScope scope, String userId) {
        return devices.findOf(scope.account(), scope.partition(), userId);
    }

    /** True if the device is enabled for the user. */
    public boolean isOf(IamScope scope, String userId, String serialNumber) {
        return find(scope, serialNumber)
                .filter(device -> userId.equals(device.userId()))
                .isPresent();
    }

    /** True if the code is current and was not used yet. */
    public boolean matches(IamScope scope, String serialNumber, String code) {
        return find(scope, serialNumber)
                .flatMap(device -> current(device, code))
                .isPresent();
    }

    /** The same, and the code cannot be used again, even if the call fails. */
    public boolean use(IamScope scope, String serialNumber, String code) {
        return Objects.requireNonNull(separately.execute(status -> {
            accounts.change(scope);
            Optional<MfaDeviceEntity> device = find(scope, serialNumber);
            Optional<Long> step = device.flatMap(found -> current(found, code));
            step.ifPresent(used -> device.orElseThrow().used(used));
            return step.isPresent();
        }));
    }

    @Override
    public void requireNone(UserEntity user) {
        if (!of(user.scope(), user.id()).isEmpty()) {
            throw IamErrors.cannotDelete("delete MFA device");
        }
    }

    private Optional<Long> current(MfaDeviceEntity device, String code) {
        OptionalLong step = Totp.find(seed(device), code, Totp.step(clock.instant()), TOLERANCE);
        return step.isPresent() && step.getAsLong() > device.lastStep()
                ? Optional.of(step.getAsLong())
                : Optional.empty();
    }

    /** The step of the second of two consecutive codes. */
    private long synchronize(MfaDeviceEntity device, String first, String second) {
        byte[] seed = seed(device);
        long now = Totp.step(clock.instant());
        for (long step = now + SYNCHRONIZATION; step >= now - SYNCHRONIZATION; step--) {
            if (Totp.code(seed, step).equals(second)
                    && Totp.code(seed, step - 1).equals(first)) {
                return step;
            }
        }
        throw new AwsException("InvalidAuthenticationCode", "Authentication code for device is not valid.", 403);
    }

    private MfaDeviceEntity changeOf(IamScope scope, String userId, @Nullable String serialNumber) {
        MfaDeviceEntity device = change(scope, serialNumber);
        if (!userId.equals(device.userId())) {
            throw IamErrors.notFound(IamKind.MFA_DEVICE, device.arn());
        }
        return device;
    }

    private Optional<MfaDeviceEntity> find(IamScope scope, String serialNumber) {
        return devices.find(scope, serialNumber.substring(serialNumber.lastIndexOf('/') + 1))
                .filter(device -> device.arn().equals(serialNumber));
    }

    private byte[] seed(MfaDeviceEntity device) {
        return Base64.getDecoder().decode(vault.decryptSecret(device.deviceId(), device.encryptedSeed()));
    }
}
