package io.vpclocal.network.securitygroup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;

/** Security groups as the API lists them at network interfaces and instances. */
public final class GroupIdentifiers {

    private GroupIdentifiers() {}

    /** @param names by group id */
    public static List<GroupIdentifier> of(Collection<String> groupIds, Map<String, String> names) {
        return groupIds.stream()
                .map(id -> GroupIdentifier.builder()
                        .groupId(id)
                        .groupName(names.get(id))
                        .build())
                .toList();
    }
}
