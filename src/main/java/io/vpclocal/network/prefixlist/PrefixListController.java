package io.vpclocal.network.prefixlist;

import static io.vpclocal.protocol.Params.require;
import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.TagStore;
import software.amazon.awssdk.services.ec2.model.CreateManagedPrefixListRequest;
import software.amazon.awssdk.services.ec2.model.CreateManagedPrefixListResponse;
import software.amazon.awssdk.services.ec2.model.DeleteManagedPrefixListRequest;
import software.amazon.awssdk.services.ec2.model.DeleteManagedPrefixListResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.ModifyManagedPrefixListRequest;
import software.amazon.awssdk.services.ec2.model.ModifyManagedPrefixListResponse;
import software.amazon.awssdk.services.ec2.model.RestoreManagedPrefixListVersionRequest;
import software.amazon.awssdk.services.ec2.model.RestoreManagedPrefixListVersionResponse;

/**
 * Changes of customer-managed prefix lists. A change is complete when the call returns; the response shows an
 * in-progress state, as AWS does.
 */
@AwsController
class PrefixListController {

    private final PrefixListService lists;
    private final TagStore tags;

    PrefixListController(PrefixListService lists, TagStore tags) {
        this.lists = lists;
        this.tags = tags;
    }

    @AwsAction(tags = "prefix-list")
    CreateManagedPrefixListResponse createManagedPrefixList(CreateManagedPrefixListRequest request, Call call) {
        PrefixListEntity list = lists.create(
                call,
                require(request.prefixListName(), "prefixListName"),
                require(request.addressFamily(), "addressFamily"),
                require(request.maxEntries(), "maxEntries"),
                request);
        return CreateManagedPrefixListResponse.builder()
                .prefixList(PrefixListWire.toWire(list, tags.of(call.scope(), list.id()), "create-in-progress"))
                .build();
    }

    @AwsAction
    ModifyManagedPrefixListResponse modifyManagedPrefixList(ModifyManagedPrefixListRequest request, Call call) {
        PrefixListEntity list = lists.modify(call.scope(), require(request.prefixListId(), "prefixListId"), request);
        return ModifyManagedPrefixListResponse.builder()
                .prefixList(changing(call, list, "modify-in-progress"))
                .build();
    }

    @AwsAction
    RestoreManagedPrefixListVersionResponse restoreManagedPrefixListVersion(
            RestoreManagedPrefixListVersionRequest request, Call call) {
        PrefixListEntity list = lists.restore(
                call.scope(),
                require(request.prefixListId(), "prefixListId"),
                require(request.previousVersion(), "previousVersion"),
                require(request.currentVersion(), "currentVersion"));
        return RestoreManagedPrefixListVersionResponse.builder()
                .prefixList(changing(call, list, "restore-in-progress"))
                .build();
    }

    @AwsAction
    DeleteManagedPrefixListResponse deleteManagedPrefixList(DeleteManagedPrefixListRequest request, Call call) {
        PrefixListEntity list = lists.delete(call.scope(), require(request.prefixListId(), "prefixListId"));
        return DeleteManagedPrefixListResponse.builder()
                .prefixList(changing(call, list, "delete-in-progress"))
                .build();
    }

    /** A list during a change, which shows no empty list of tags. */
    private ManagedPrefixList changing(Call call, PrefixListEntity list, String state) {
        return PrefixListWire.toWire(list, orAbsent(tags.of(call.scope(), list.id())), state);
    }
}
