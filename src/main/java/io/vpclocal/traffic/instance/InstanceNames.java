package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.network.networkinterface.DnsNames;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsRequest;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameOptionsResponse;

/** What the private name of an instance is made of (Amazon EC2 User Guide, "EC2 instance hostnames and domains"). */
@Embeddable
class InstanceNames {

    private static final String RESOURCE_NAME = "resource-name";

    @Column(nullable = false, updatable = false, length = 16)
    private String hostnameType;

    @Column(name = "resource_name_dns_a_record", nullable = false, updatable = false)
    private boolean resourceNameDnsARecord;

    @Column(name = "resource_name_dns_aaaa_record", nullable = false, updatable = false)
    private boolean resourceNameDnsAaaaRecord;

    @SuppressWarnings("NullAway.Init") // JPA
    protected InstanceNames() {}

    /** The options of the subnet, each replaced if the launch has it. */
    InstanceNames(SubnetEntity subnet, @Nullable PrivateDnsNameOptionsRequest launch) {
        this.hostnameType =
                launch == null || launch.hostnameType() == null ? subnet.hostnameType() : launch.hostnameTypeAsString();
        this.resourceNameDnsARecord = launch == null || launch.enableResourceNameDnsARecord() == null
                ? subnet.resourceNameDnsARecord()
                : isTrue(launch.enableResourceNameDnsARecord());
        this.resourceNameDnsAaaaRecord = launch == null || launch.enableResourceNameDnsAAAARecord() == null
                ? subnet.resourceNameDnsAaaaRecord()
                : isTrue(launch.enableResourceNameDnsAAAARecord());
    }

    /** Empty if the name consists of an address that the primary interface does not have. */
    String privateName(Scope scope, String instanceId, NetworkInterfaceEntity primary) {
        if (hostnameType.equals(RESOURCE_NAME)) {
            return DnsNames.resourceName(scope, instanceId);
        }
        return primary.primaryAddress()
                .map(address -> DnsNames.internalName(scope, address.address()))
                .orElse("");
    }

    PrivateDnsNameOptionsResponse toWire() {
        return PrivateDnsNameOptionsResponse.builder()
                .hostnameType(hostnameType)
                .enableResourceNameDnsARecord(resourceNameDnsARecord)
                .enableResourceNameDnsAAAARecord(resourceNameDnsAaaaRecord)
                .build();
    }
}
