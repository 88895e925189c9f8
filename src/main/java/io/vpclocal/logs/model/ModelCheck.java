package io.vpclocal.logs.model;

import io.vpclocal.logs.model.ModelShapes.Action;
import io.vpclocal.logs.model.ModelShapes.Shape;
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.RequestCheck;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.SdkPojo;

/** Rejects requests to CloudWatch Logs that break constraints of its model, and reports all of them in one error. */
@Component
class ModelCheck implements RequestCheck {

    private final SingletonSupplier<ModelShapes> shapes = SingletonSupplier.of(ModelShapes::read);

    @Override
    public void check(ActionDefinition definition, SdkPojo request) {
        if (definition.service() != AwsService.LOGS) {
            return;
        }
        ModelShapes model = shapes.obtain();
        Action action = model.actions().get(definition.name());
        if (action == null) {
            // A list that is always empty has no constraints here.
            return;
        }
        Shape input = model.shape(action.input());
        Violations violations = new Violations(model);
        if (input != null) {
            violations.structure(request, input, "");
        }
        if (!violations.none()) {
            throw new AwsException(action.error(), violations.message());
        }
    }
}
