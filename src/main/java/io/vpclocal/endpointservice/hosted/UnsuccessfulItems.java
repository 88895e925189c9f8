package io.vpclocal.endpointservice.hosted;

import io.vpclocal.protocol.AwsException;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** Processes the items of a list. An item can fail without the others. */
final class UnsuccessfulItems {

    private UnsuccessfulItems() {}

    static UnsuccessfulItem of(String id, AwsException refusal) {
        return UnsuccessfulItem.builder()
                .resourceId(id)
                .error(error -> error.code(refusal.code()).message(refusal.text()))
                .build();
    }
}
