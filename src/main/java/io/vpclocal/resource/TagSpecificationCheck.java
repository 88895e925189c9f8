package io.vpclocal.resource;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.RequestCheck;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Rejects tag specifications for resources that the action does not create. AWS does so even for a dry run. */
@Component
class TagSpecificationCheck implements RequestCheck {

    @Override
    public void check(ActionDefinition action, SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals("TagSpecifications")
                    && field.getValueOrDefault(request) instanceof List<?> specifications) {
                specifications.forEach(specification -> check(action, (TagSpecification) specification));
            }
        }
    }

    private static void check(ActionDefinition action, TagSpecification specification) {
        String type = specification.resourceTypeAsString();
        if (type == null) {
            throw TagErrors.typeMissing();
        }
        if (!action.taggable().contains(type)) {
            throw TagErrors.typeNotTaggable(action.name(), type);
        }
        if (specification.tags().isEmpty()) {
            throw TagErrors.noTags(action.name());
        }
    }
}
