package io.vpclocal.network.prefixlist;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.network.prefixlist.PrefixListEntryEntity.Entry;
import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Page;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribePrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListAssociationsRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListAssociationsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.PrefixListAssociation;

@AwsController
class PrefixListDescriptionController {

    private final PrefixListDescriptions descriptions;

    PrefixListDescriptionController(PrefixListDescriptions descriptions) {
        this.descriptions = descriptions;
    }

    @AwsAction
    DescribeManagedPrefixListsResponse describeManagedPrefixLists(
            DescribeManagedPrefixListsRequest request, Call call) {
        Page<ManagedPrefixList> page = descriptions.managed(call.scope(), request);
        return DescribeManagedPrefixListsResponse.builder()
                .prefixLists(
                        page.map((list, tags) -> list.toBuilder().tags(tags).build(), ManagedPrefixList::prefixListId))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    DescribePrefixListsResponse describePrefixLists(DescribePrefixListsRequest request, Call call) {
        Page<AwsPrefixList> page = descriptions.gateway(call.scope(), request);
        return DescribePrefixListsResponse.builder()
                .prefixLists(page.map(PrefixListWire::toGatewayWire))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    GetManagedPrefixListEntriesResponse getManagedPrefixListEntries(
            GetManagedPrefixListEntriesRequest request, Call call) {
        Page<Entry> page = descriptions.entries(call.scope(), require(request.prefixListId(), "prefixListId"), request);
        return GetManagedPrefixListEntriesResponse.builder()
                .entries(page.map(PrefixListWire::toWire))
                .nextToken(page.nextToken())
                .build();
    }

    @AwsAction
    GetManagedPrefixListAssociationsResponse getManagedPrefixListAssociations(
            GetManagedPrefixListAssociationsRequest request, Call call) {
        Page<String> page =
                descriptions.associations(call.scope(), require(request.prefixListId(), "prefixListId"), request);
        return GetManagedPrefixListAssociationsResponse.builder()
                .prefixListAssociations(page.map(resource -> PrefixListAssociation.builder()
                        .resourceId(resource)
                        .resourceOwner(call.scope().account())
                        .build()))
                .nextToken(page.nextToken())
                .build();
    }
}
