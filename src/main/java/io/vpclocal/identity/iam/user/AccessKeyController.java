package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamPages;
import io.vpclocal.identity.iam.IamParams;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.IamWire;
import io.vpclocal.identity.iam.lastuse.LastUses;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyResponse;

@AwsController(AwsService.IAM)
class AccessKeyController {

    private final AccessKeys keys;
    private final LastUses lastUses;
    private final IamPages pages;

    AccessKeyController(AccessKeys keys, LastUses lastUses, IamPages pages) {
        this.keys = keys;
        this.lastUses = lastUses;
        this.pages = pages;
    }

    @AwsAction
    CreateAccessKeyResponse createAccessKey(CreateAccessKeyRequest request, Call call) {
        AccessKeys.NewKey made = keys.create(call, request.userName());
        UserEntity owner = keys.owner(made.key());
        return CreateAccessKeyResponse.builder()
                .accessKey(key -> key.userName(owner == null ? null : owner.name())
                        .accessKeyId(made.key().id())
                        .status(made.key().status())
                        .secretAccessKey(made.secret())
                        .createDate(IamWire.seconds(made.key().createdAt())))
                .build();
    }

    @AwsAction
    ListAccessKeysResponse listAccessKeys(ListAccessKeysRequest request, Call call) {
        List<AccessKeyEntity> all = keys.list(call, request.userName());
        String owner = all.isEmpty() ? null : name(keys.owner(all.get(0)));
        IamPages.Slice<AccessKeyEntity> slice = pages.of(
                all,
                AccessKeyEntity::id,
                "ListAccessKeys\n" + call.scope() + owner,
                request.marker(),
                request.maxItems());
        return slice.answer(
                ListAccessKeysResponse.builder().accessKeyMetadata(slice.map(key -> AccessKeyMetadata.builder()
                        .userName(owner)
                        .accessKeyId(key.id())
                        .status(key.status())
                        .createDate(IamWire.seconds(key.createdAt()))
                        .build())));
    }

    @AwsAction
    UpdateAccessKeyResponse updateAccessKey(UpdateAccessKeyRequest request, Call call) {
        keys.changeStatus(
                call,
                request.userName(),
                IamParams.require(request.accessKeyId(), "accessKeyId"),
                IamParams.require(request.statusAsString(), "status"));
        return UpdateAccessKeyResponse.builder().build();
    }

    @AwsAction
    DeleteAccessKeyResponse deleteAccessKey(DeleteAccessKeyRequest request, Call call) {
        keys.delete(call, request.userName(), IamParams.require(request.accessKeyId(), "accessKeyId"));
        return DeleteAccessKeyResponse.builder().build();
    }

    @AwsAction
    GetAccessKeyLastUsedResponse getAccessKeyLastUsed(GetAccessKeyLastUsedRequest request, Call call) {
        AccessKeyEntity key =
                keys.require(IamScope.of(call.scope()), IamParams.require(request.accessKeyId(), "accessKeyId"));
        AccessKeyLastUsed used = lastUses.of(key.id())
                .map(use -> AccessKeyLastUsed.builder()
                        .lastUsedDate(IamWire.seconds(use.at()))
                        .serviceName(use.service())
                        .region(use.region())
                        .build())
                .orElseGet(() -> AccessKeyLastUsed.builder()
                        .serviceName("N/A")
                        .region("N/A")
                        .build());
        return GetAccessKeyLastUsedResponse.builder()
                .userName(name(keys.owner(key)))
                .accessKeyLastUsed(used)
                .build();
    }

    private static @Nullable String name(@Nullable UserEntity user) {
        return user == null ? null : user.name();
    }
}
