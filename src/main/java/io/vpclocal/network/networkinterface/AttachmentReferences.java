package io.vpclocal.network.networkinterface;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.RequestAttributes;
import io.vpclocal.protocol.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.DetachNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.ModifyNetworkInterfaceAttributeRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttachmentChanges;

/** Resolves the attachment that a request names. */
@Component
class AttachmentReferences implements RequestAttributes {

    private final NetworkInterfaceRepository interfaces;

    AttachmentReferences(NetworkInterfaceRepository interfaces) {
        this.interfaces = interfaces;
    }

    @Override
    public Set<String> actions() {
        return Set.of("ec2:DetachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute");
    }

    @Override
    public Map<String, List<String>> resources(Call call, SdkPojo request) {
        Scope scope = call.scope();
        String attachment = attachment(request);
        if (attachment == null) {
            return Map.of();
        }
        Map<String, List<String>> found = new HashMap<>();
        put(found, "instance", interfaces.instanceByAttachment(scope.account(), scope.region(), attachment));
        if (request instanceof DetachNetworkInterfaceRequest) {
            put(
                    found,
                    NetworkInterfaces.KIND.type(),
                    interfaces.idByAttachment(scope.account(), scope.region(), attachment));
        }
        return found;
    }

    private static @Nullable String attachment(SdkPojo request) {
        if (request instanceof DetachNetworkInterfaceRequest detach) {
            return detach.attachmentId();
        }
        NetworkInterfaceAttachmentChanges changes =
                request instanceof ModifyNetworkInterfaceAttributeRequest modify ? modify.attachment() : null;
        return changes == null ? null : changes.attachmentId();
    }

    private static void put(Map<String, List<String>> found, String type, Optional<String> id) {
        id.ifPresent(present -> found.put(type, List.of(present)));
    }
}
