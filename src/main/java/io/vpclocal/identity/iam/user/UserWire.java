package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamWire;
import software.amazon.awssdk.services.iam.model.User;

/** Users in the shapes of IAM's responses. */
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

    /** As GetUser and CreateUser show it: with boundary and tags. */
    static User userInFull(UserEntity user) {
        return user(user).toBuilder()
                .permissionsBoundary(IamWire.boundary(user.boundaryArn()))
                .tags(IamWire.tags(user))
                .build();
    }
}
