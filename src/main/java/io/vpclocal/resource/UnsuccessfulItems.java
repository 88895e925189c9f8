package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Items of a list that failed, in the answer of an action that processes the other items. */
public final class UnsuccessfulItems {

    private UnsuccessfulItems() {}

    public static UnsuccessfulItem of(String id, AwsException refusal) {
        return UnsuccessfulItem.builder()
                .resourceId(id)
                .error(error -> error.code(refusal.code()).message(refusal.text()))
                .build();
    }
}
