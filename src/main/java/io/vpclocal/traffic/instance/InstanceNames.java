package io.vpclocal.traffic.instance;

import io.vpclocal.network.networkinterface.DnsNames;
import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

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

    InstanceNames(String hostnameType, boolean resourceNameDnsARecord, boolean resourceNameDnsAaaaRecord) {
        this.hostnameType = hostnameType;
        this.resourceNameDnsARecord = resourceNameDnsARecord;
        this.resourceNameDnsAaaaRecord = resourceNameDnsAaaaRecord;
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

    String hostnameType() {
        return hostnameType;
    }

    boolean resourceNameDnsARecord() {
        return resourceNameDnsARecord;
    }

    boolean resourceNameDnsAaaaRecord() {
        return resourceNameDnsAaaaRecord;
    }
}
