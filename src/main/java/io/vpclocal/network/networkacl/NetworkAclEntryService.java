package io.vpclocal.network.networkacl;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import org.springframework.stereotype.Service;

/** The rules of the entries of network ACLs. */
@Service
class NetworkAclEntryService {

    private final NetworkAclService acls;
    private final Quotas quotas;

    NetworkAclEntryService(NetworkAclService acls, Quotas quotas) {
        this.acls = acls;
        this.quotas = quotas;
    }

    void create(Scope scope, String aclId, NetworkAclRule rule) {
        NetworkAclEntity acl = acls.lock(scope, aclId);
        if (acl.rule(rule.egress(), rule.number()).isPresent()) {
            throw NetworkAclErrors.entryExists(rule.number());
        }
        quotas.requireRoom(
                () -> acl.rules(rule.egress()).stream()
                        .filter(other -> other.number() <= NetworkAclLimits.LAST_NUMBER)
                        .count(),
                NetworkAclLimits.RULES_PER_DIRECTION,
                "NetworkAclEntryLimitExceeded",
                "The maximum number of network acl entries has been reached.");
        acl.put(rule);
    }

    void replace(Scope scope, String aclId, NetworkAclRule rule) {
        NetworkAclEntity acl = acls.lock(scope, aclId);
        require(acl, rule.egress(), rule.number());
        acl.put(rule);
    }

    void delete(Scope scope, String aclId, boolean egress, int number) {
        NetworkAclEntity acl = acls.lock(scope, aclId);
        acl.remove(require(acl, egress, number));
    }

    private static NetworkAclRule require(NetworkAclEntity acl, boolean egress, int number) {
        return acl.rule(egress, number).orElseThrow(() -> NetworkAclErrors.entryNotFound(number));
    }
}
