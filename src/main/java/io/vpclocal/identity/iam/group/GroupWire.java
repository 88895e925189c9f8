package io.vpclocal.identity.iam.group;

import io.vpclocal.identity.iam.IamWire;
import software.amazon.awssdk.services.iam.model.Group;

/** Converts groups to IAM's response shape. */
final class GroupWire {

    private GroupWire() {}

    static Group group(GroupEntity group) {
        return Group.builder()
                .path(group.path())
                .groupName(group.name())
                .groupId(group.id())
                .arn(group.arn())
                .createDate(IamWire.seconds(group.createdAt()))
                .build();
    }
}
