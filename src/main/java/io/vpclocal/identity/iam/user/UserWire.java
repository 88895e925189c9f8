package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamWire;
import software.amazon.awssdk.services.iam.model.User;

/** Converts users to IAM's response shapes. */
public final class UserWire {

    private UserWire() {}

    public static User user(UserEntity user) {
        return User.builder()
                .path(user.path())
                .userName(user.name())
                .userId(user.id())
                .arn(user.arn())
                .createDate(IamWire.seconds(user.createdAt()))
                .build();
    }

    /** As in GetUser and CreateUser: with boundary and tags. */
    static User userInFull(UserEntity user) {
        return user(user).toBuilder()
                .permissionsBoundary(IamWire.boundary(user.boundaryArn()))
                .tags(IamWire.tags(user))
                .build();
    }
}
