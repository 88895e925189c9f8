package io.vpclocal.resource;

import software.amazon.awssdk.services.ec2.model.Tag;

/** Tags as the API shows them. */
final class TagWire {

    private TagWire() {}

    static Tag toWire(TagEntity row) {
        return Tag.builder().key(row.key()).value(row.value()).build();
    }
}
