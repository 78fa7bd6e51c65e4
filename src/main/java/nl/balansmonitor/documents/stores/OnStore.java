package nl.balansmonitor.documents.stores;

import nl.balansmonitor.documents.StorageSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Binds the type as the settings do, so that one that does not exist is refused with the line that names those there are. */
class OnStore implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        StorageSettings.Type chosen = Binder.get(context.getEnvironment())
                .bind("balans.storage.type", StorageSettings.Type.class)
                .orElse(StorageSettings.Type.SQLITE);
        return metadata.getAnnotations().get(ConditionalOnStore.class).getEnum("value", StorageSettings.Type.class)
                == chosen;
    }
}
