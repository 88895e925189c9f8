package io.vpclocal.endpoint.vpcendpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A security group of an endpoint. Its name is immutable, so it is stored here for descriptions. */
@Embeddable
public class EndpointGroup {

    @Column(nullable = false, length = 64)
    private String groupId;

    @Column(nullable = false, length = 255)
    private String groupName;

    @SuppressWarnings("NullAway.Init") // JPA
    protected EndpointGroup() {}

    public EndpointGroup(String groupId, String groupName) {
        this.groupId = groupId;
        this.groupName = groupName;
    }

    public String groupId() {
        return groupId;
    }

    public String groupName() {
        return groupName;
    }
}
