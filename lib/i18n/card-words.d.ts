// The words of the card as the build makes them.
declare module '*/messages.json?card' {
  const messages: import('./i18n.ts').Messages;
  export default messages;
}
