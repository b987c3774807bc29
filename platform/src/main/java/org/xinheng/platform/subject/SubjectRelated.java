package org.xinheng.platform.subject;

import java.util.UUID;
import org.xinheng.platform.shared.Fact;
import org.xinheng.platform.shared.SubjectId;

/** A decision or a registration says what two subjects have to do with each other. */
public record SubjectRelated(SubjectId subject, SubjectId other, Relation.Kind kind, UUID reference) implements Fact {}
