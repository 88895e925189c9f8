package io.vpclocal.network.networkacl;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkAclEntryResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkAclEntryResponse;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceNetworkAclEntryResponse;

@AwsController
class NetworkAclEntryController {

    private final NetworkAclEntryService entries;

    NetworkAclEntryController(NetworkAclEntryService entries) {
        this.entries = entries;
    }

    @AwsAction
    CreateNetworkAclEntryResponse createNetworkAclEntry(CreateNetworkAclEntryRequest request, Call call) {
        String aclId = require(request.networkAclId(), "networkAclId");
        entries.create(call.scope(), aclId, EntryRequest.of(request).toRule());
        return CreateNetworkAclEntryResponse.builder().build();
    }

    @AwsAction
    ReplaceNetworkAclEntryResponse replaceNetworkAclEntry(ReplaceNetworkAclEntryRequest request, Call call) {
        String aclId = require(request.networkAclId(), "networkAclId");
        entries.replace(call.scope(), aclId, EntryRequest.of(request).toRule());
        return ReplaceNetworkAclEntryResponse.builder().build();
    }

    @AwsAction
    DeleteNetworkAclEntryResponse deleteNetworkAclEntry(DeleteNetworkAclEntryRequest request, Call call) {
        int number = require(request.ruleNumber(), "ruleNumber");
        EntryRequest.requireNumber(number);
        entries.delete(
                call.scope(),
                require(request.networkAclId(), "networkAclId"),
                require(request.egress(), "egress"),
                number);
        return DeleteNetworkAclEntryResponse.builder().build();
    }
}
