package io.vpclocal.identity.iam.mfa;

import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.user.UserEntity;
import io.vpclocal.identity.iam.user.UserService;
import io.vpclocal.identity.iam.user.UserWire;
import io.vpclocal.identity.iam.user.Users;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.MFADevice;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

@AwsController(AwsService.IAM)
class MfaDeviceController {

    private static final String VIRTUAL_ONLY = "hardware devices and security keys";

    private final MfaDeviceService devices;
    private final MfaDevices rows;
    private final UserService users;
    private final Users userRows;
    private final IamPages pages;

    MfaDeviceController(MfaDeviceService devices, MfaDevices rows, UserService users, Users userRows, IamPages pages) {
        this.devices = devices;
        this.rows = rows;
        this.users = users;
        this.userRows = userRows;
        this.pages = pages;
    }

    @AwsAction(value = "CreateVirtualMFADevice", missing = "the QR code (QRCodePNG)")
    CreateVirtualMfaDeviceResponse createVirtualMfaDevice(CreateVirtualMfaDeviceRequest request, Call call) {
        MfaDeviceService.NewDevice made = devices.create(
                IamScope.of(call.scope()),
                IamParams.path(request.path()),
                IamParams.newName(IamKind.MFA_DEVICE, request.virtualMFADeviceName()),
                request.tags());
        return CreateVirtualMfaDeviceResponse.builder()
                .virtualMFADevice(device -> device.serialNumber(made.device().arn())
                        .base32StringSeed(SdkBytes.fromUtf8String(made.seed()))
                        .tags(IamWire.tags(made.device())))
                .build();
    }

    @AwsAction(value = "EnableMFADevice", missing = VIRTUAL_ONLY)
    EnableMfaDeviceResponse enableMfaDevice(EnableMfaDeviceRequest request, Call call) {
        devices.enable(
                IamScope.of(call.scope()),
                userId(call, IamParams.require(request.userName(), "userName")),
                request.serialNumber(),
                request.authenticationCode1(),
                request.authenticationCode2());
        return EnableMfaDeviceResponse.builder().build();
    }

    @AwsAction("ResyncMFADevice")
    ResyncMfaDeviceResponse resyncMfaDevice(ResyncMfaDeviceRequest request, Call call) {
        devices.resync(
                IamScope.of(call.scope()),
                userId(call, IamParams.require(request.userName(), "userName")),
                request.serialNumber(),
                request.authenticationCode1(),
                request.authenticationCode2());
        return ResyncMfaDeviceResponse.builder().build();
    }

    @AwsAction("DeactivateMFADevice")
    DeactivateMfaDeviceResponse deactivateMfaDevice(DeactivateMfaDeviceRequest request, Call call) {
        devices.deactivate(IamScope.of(call.scope()), userId(call, request.userName()), request.serialNumber());
        return DeactivateMfaDeviceResponse.builder().build();
    }

    @AwsAction("DeleteVirtualMFADevice")
    DeleteVirtualMfaDeviceResponse deleteVirtualMfaDevice(DeleteVirtualMfaDeviceRequest request, Call call) {
        devices.delete(IamScope.of(call.scope()), request.serialNumber());
        return DeleteVirtualMfaDeviceResponse.builder().build();
    }

    @AwsAction("GetMFADevice")
    GetMfaDeviceResponse getMfaDevice(GetMfaDeviceRequest request, Call call) {
        MfaDeviceEntity device = devices.require(IamScope.of(call.scope()), request.serialNumber());
        UserEntity user =
                request.userName() == null ? null : users.require(IamScope.of(call.scope()), request.userName());
        UserEntity owner = owner(device);
        if (user != null && (owner == null || !owner.id().equals(user.id()))) {
            throw IamErrors.notFound(IamKind.MFA_DEVICE, device.arn());
        }
        return GetMfaDeviceResponse.builder()
                .userName(owner == null ? null : owner.name())
                .serialNumber(device.arn())
                .enableDate(date(device))
                .build();
    }

    @AwsAction("ListMFADevices")
    ListMfaDevicesResponse listMfaDevices(ListMfaDevicesRequest request, Call call) {
        UserEntity user = users.requireOrCaller(call, request.userName());
        String userId = user == null ? call.caller().account() : user.id();
        IamPages.Slice<MfaDeviceEntity> slice = pages.of(
                devices.of(IamScope.of(call.scope()), userId),
                MfaDeviceEntity::arn,
                "ListMFADevices\n" + userId,
                request.marker(),
                request.maxItems());
        return slice.answer(ListMfaDevicesResponse.builder().mfaDevices(slice.map(device -> MFADevice.builder()
                .userName(user == null ? null : user.name())
                .serialNumber(device.arn())
                .enableDate(date(device))
                .build())));
    }

    @AwsAction("ListVirtualMFADevices")
    ListVirtualMfaDevicesResponse listVirtualMfaDevices(ListVirtualMfaDevicesRequest request, Call call) {
        String wanted = Objects.requireNonNullElse(request.assignmentStatusAsString(), "Any");
        IamScope scope = IamScope.of(call.scope());
        List<MfaDeviceEntity> all = rows.all(scope).stream()
                .filter(device -> switch (wanted) {
                    case "Assigned" -> device.userId() != null;
                    case "Unassigned" -> device.userId() == null;
                    default -> true;
                })
                .toList();
        IamPages.Slice<MfaDeviceEntity> slice = pages.of(
                all,
                MfaDeviceEntity::arn,
                "ListVirtualMFADevices\n" + scope.id() + wanted,
                request.marker(),
                request.maxItems());
        return slice.answer(
                ListVirtualMfaDevicesResponse.builder().virtualMFADevices(slice.map(device -> VirtualMFADevice.builder()
                        .serialNumber(device.arn())
                        .enableDate(date(device))
                        .user(wireOwner(call, device))
                        .build())));
    }

    /** The unique id of a user, or the account for the root user. */
    private String userId(Call call, @Nullable String name) {
        UserEntity user = users.requireOrCaller(call, name);
        return user == null ? call.caller().account() : user.id();
    }

    private @Nullable UserEntity owner(MfaDeviceEntity device) {
        String id = device.userId();
        return id == null ? null : userRows.findByUniqueId(id).orElse(null);
    }

    private @Nullable User wireOwner(Call call, MfaDeviceEntity device) {
        UserEntity owner = owner(device);
        if (owner != null) {
            return UserWire.user(owner);
        }
        return device.userId() == null
                ? null
                : User.builder()
                        .userId(device.userId())
                        .arn(IamScope.of(call.scope()).arn("root"))
                        .createDate(Instant.EPOCH)
                        .build();
    }

    private static @Nullable Instant date(MfaDeviceEntity device) {
        return device.enabledAt() == null ? null : IamWire.seconds(device.enabledAt());
    }
}
