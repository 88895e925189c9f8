package io.vpclocal.network.address;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.protocol.AwsAction;
import io.vpclocal.protocol.AwsController;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AddressAttribute;
import software.amazon.awssdk.services.ec2.model.AddressAttributeName;
import software.amazon.awssdk.services.ec2.model.ModifyAddressAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyAddressAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ResetAddressAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ResetAddressAttributeResponse;

/** Reverse DNS names of Elastic IP addresses. A change takes effect before the next call. */
@AwsController
class ReverseDnsController {

    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,254}$)([A-Za-z0-9_]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{1,62}\\.?");

    private final ElasticIpService addresses;

    ReverseDnsController(ElasticIpService addresses) {
        this.addresses = addresses;
    }

    @AwsAction(missing = "the check that the domain name has an A record with the address")
    ModifyAddressAttributeResponse modifyAddressAttribute(ModifyAddressAttributeRequest request, Call call) {
        String id = require(request.allocationId(), "allocationId");
        String name = request.domainName();
        if (name == null || name.isEmpty()) {
            throw Ec2Errors.noAttribute();
        }
        if (!DOMAIN.matcher(name).matches()) {
            throw ElasticIpErrors.notADomain(name);
        }
        return ModifyAddressAttributeResponse.builder()
                .address(change(call.scope(), id, name.endsWith(".") ? name : name + "."))
                .build();
    }

    @AwsAction
    ResetAddressAttributeResponse resetAddressAttribute(ResetAddressAttributeRequest request, Call call) {
        String id = require(request.allocationId(), "allocationId");
        if (require(request.attribute(), "attribute") != AddressAttributeName.DOMAIN_NAME) {
            throw Ec2Errors.noAttribute();
        }
        return ResetAddressAttributeResponse.builder()
                .address(change(call.scope(), id, null))
                .build();
    }

    static AddressAttribute toWire(ElasticIpEntity address) {
        return AddressAttribute.builder()
                .allocationId(address.id())
                .publicIp(address.publicIp())
                .ptrRecord(address.ptrRecord())
                .build();
    }

    /** The address as it was, with the pending change. */
    private AddressAttribute change(Scope scope, String id, @Nullable String name) {
        ElasticIpEntity address = addresses.lock(scope, id).orElseThrow(() -> ElasticIpService.KIND.missing(id));
        AddressAttribute before = toWire(address);
        address.point(name);
        return before.toBuilder()
                .ptrRecordUpdate(update -> update.value(name).status("PENDING"))
                .build();
    }
}
