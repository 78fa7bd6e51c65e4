package nl.balansmonitor.documents.stores;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.balansmonitor.documents.StorageSettings;
import org.springframework.context.annotation.Conditional;

/** Only if {@code balans.storage.type} says this store, which is {@code SQLITE} if it says nothing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnStore.class)
public @interface ConditionalOnStore {

    /** The store that must have been chosen. */
    StorageSettings.Type value();
}
