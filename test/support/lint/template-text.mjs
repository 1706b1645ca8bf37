const FORBIDDEN = [
  [/\sstyle\s*=/i, 'the strict header blocks style attributes: use a class, or style.setProperty'],
  [/<style[\s>]/i, 'the strict header blocks style elements: use static styles'],
  [/<script[\s>]/i, 'a template holds no script'],
  [/\.(?:innerHTML|outerHTML|srcdoc)\s*=/i, 'text from elsewhere would become markup'],
];

/** An ESLint rule for the text of Lit's templates. */
export const templateText = {
  meta: { type: 'problem', schema: [], messages: { forbidden: 'In a template {{why}}.' } },
  create: (context) => ({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || !['html', 'svg'].includes(tag.name)) return;
      const text = quasi.quasis.map((part) => part.value.raw).join('${}');
      for (const [pattern, why] of FORBIDDEN) {
        if (pattern.test(text)) context.report({ node: quasi, messageId: 'forbidden', data: { why } });
      }
    },
  }),
};
